/**
 * Whether a round is a test with bots: there are bots, and either a side without a single human or
 * more bots than humans. A bot that fills a seat among humans does not make one.
 */
export function isBotRound(
  players: Iterable<{ readonly bot: boolean; readonly side: number | null }>,
): boolean {
  let bots = 0;
  let humans = 0;
  let axis = 0;
  let allies = 0;
  for (const { bot, side } of players) {
    if (bot) bots++;
    else humans++;
    if (!bot && side === 1) axis++;
    if (!bot && side === 2) allies++;
  }
  return bots > 0 && (axis === 0 || allies === 0 || bots > humans);
}
