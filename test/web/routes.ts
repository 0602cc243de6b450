/** What addresses are made of, as the API of a site tells it. */
export interface Known {
  /** Null: the database is empty. */
  readonly session: string | null;
  readonly match: string | null;
  /** A match with what happened within its rounds. */
  readonly told: string | null;
  readonly player: string | null;
  /** Somebody else of the same session. */
  readonly other: string | null;
}

/** A page to look at. */
export interface WalkedRoute {
  /** Names the screenshot too. */
  readonly name: string;
  /** The address; null where the database has nothing of the kind. */
  readonly path: (known: Known) => string | null;
  /** What the page and its data answer, where that is not 200. */
  readonly status?: 404;
  /** The page is there, and something that it asks for is not. */
  readonly lacks?: true;
  /** A screenshot of it is worth keeping. */
  readonly picture?: boolean;
}

/** Every page, in every state that its address can ask for. */
export const routes: readonly WalkedRoute[] = [
  { name: "home", path: () => "/", picture: true },
  { name: "sessions", path: () => "/sessions", picture: true },
  { name: "session", path: ({ session }) => session && `/sessions/${session}`, picture: true },
  {
    name: "session-sorted",
    path: ({ session }) => session && `/sessions/${session}?sort=deaths.up`,
  },
  { name: "match", path: ({ match }) => match && `/matches/${match}`, picture: true },
  {
    name: "match-round-2",
    path: ({ match, player }) => match && `/matches/${match}?round=2&sort=kills&player=${player}`,
  },
  { name: "match-told", path: ({ told }) => told && `/matches/${told}`, picture: true },
  {
    name: "match-told-round-2",
    path: ({ told }) => told && `/matches/${told}?round=2&regions=body&ways=medic.up`,
  },
  { name: "players", path: () => "/players", picture: true },
  { name: "players-sorted", path: () => "/players?sort=name.up&page=1" },
  { name: "players-found", path: () => "/players?name=gr1m.p", picture: true },
  { name: "players-offered", path: () => "/players?name=Grxmpxcklx", picture: true },
  { name: "players-nobody", path: () => "/players?name=%E2%98%A0" },
  { name: "players-past-the-end", path: () => "/players?page=40" },
  { name: "maps", path: () => "/maps", picture: true },
  { name: "maps-sorted", path: () => "/maps?sort=fastest.up" },
  { name: "badges", path: () => "/badges", picture: true },
  { name: "player", path: ({ player }) => player && `/players/${player}`, picture: true },
  {
    name: "player-sorted",
    path: ({ player }) => player && `/players/${player}?maps=kd&weapons=accuracy.up`,
  },
  { name: "leaderboards", path: () => "/leaderboards", picture: true },
  {
    name: "leaderboards-map",
    path: () => "/leaderboards?metric=accuracy&period=all&map=supply&min=5",
  },
  {
    name: "leaderboards-side-and-weapons",
    path: () => "/leaderboards?metric=accuracy&period=all&side=axis&weapons=smg",
    picture: true,
  },
  { name: "leaderboards-nobody", path: () => "/leaderboards?period=30d&min=999" },
  { name: "leaderboards-past-the-end", path: () => "/leaderboards?page=40" },
  {
    name: "sessions-chosen",
    path: ({ player }) => `/sessions?period=90d&map=supply&player=${player ?? "00000000"}`,
  },
  { name: "sessions-page-2", path: () => "/sessions?page=2" },
  { name: "sessions-none", path: () => "/sessions?from=2004-01-01&to=2004-12-31" },
  { name: "map", path: ({ match }) => match && "/maps/supply", picture: true },
  { name: "compare-nobody", path: () => "/compare" },
  {
    name: "compare",
    path: ({ player, other }) => player && `/compare?a=${player}&b=${other}`,
    picture: true,
  },
  {
    name: "compare-no-player",
    path: ({ player }) => `/compare?a=${player}&b=00000000`,
    lacks: true,
  },
  { name: "about", path: () => "/about", picture: true },
  { name: "no-page", path: () => "/nowhere", status: 404, picture: true },
  { name: "no-session", path: () => "/sessions/999999", status: 404, picture: true },
  { name: "no-match", path: () => "/matches/never-played", status: 404 },
  { name: "no-player", path: () => "/players/00000000", status: 404 },
  { name: "no-map", path: () => "/maps/nowhere", status: 404 },
];

/** Addresses that nobody links to. Each is answered with a page, and never with a fault. */
export const hostile: readonly string[] = [
  "/sessions/9223372036854775808",
  "/sessions/-1",
  "/sessions/%25",
  "/sessions/%ED%A0%80",
  "/sessions?page=1000000000",
  "/sessions?page=-1&map=%25&player=%3Cscript%3E",
  "/matches/%25",
  "/matches/%ED%A0%80",
  "/matches/%3Cimg%20src=x%20onerror=alert(1)%3E",
  "/players?name=%00&sort=__proto__&page=1e9",
  "/players?name=%ED%A0%80&page=1000000000",
  "/players?name=%3Cimg%20src=x%20onerror=alert(1)%3E",
  "/maps?sort=%3Cb%3E",
  "/badges?x[]=1",
  "/players/%25",
  "/players/%ED%A0%80",
  "/players/9223372036854775808",
  "/players/OMNIBOT0",
  "/maps/%25",
  "/maps/%00",
  "/maps/%ED%A0%80",
  "/maps/9223372036854775808",
  "/maps/%3Cimg%20src=x%20onerror=alert(1)%3E",
  "/compare?a=%25&b=%ED%A0%80",
  "/compare?a=9223372036854775808&b=%3Cscript%3E",
  "/leaderboards?metric=%25&map=%3Cb%3E&min=99999999999&period=never&side=3&weapons=%00",
  "/leaderboards?page=1000000000",
  "/sessions?from=2026-02-31&to=x",
  "/sessions?map=%00&player=9223372036854775808",
  "/players/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "/leaderboards?metric=__proto__&page=1e9",
  "/?sort[]=x&constructor=1",
  "/%ED%A0%80",
];

/** Asks a site what there is to look at. */
export async function known(url: string): Promise<Known> {
  const last = await fetch(`${url}/api/sessions/last/report`);
  if (!last.ok) return { session: null, match: null, told: null, player: null, other: null };
  const report = (await last.json()) as {
    id: number;
    matches: { matchId: string }[];
    sessionPlayers: { guid: string }[];
  };
  return {
    session: String(report.id),
    match: report.matches[0]?.matchId ?? null,
    told: await toldMatch(url),
    player: report.sessionPlayers[0]?.guid ?? null,
    other: report.sessionPlayers[1]?.guid ?? null,
  };
}

/** The match of the league's reports: the first of all. */
async function toldMatch(url: string): Promise<string | null> {
  const [session] = await read<{ id: number }[]>(`${url}/api/sessions?to=2024-12-31`);
  if (!session) return null;
  const { matches } = await read<{ matches: { matchId: string }[] }>(
    `${url}/api/sessions/${session.id}`,
  );
  return matches[0]?.matchId ?? null;
}

async function read<Body>(url: string): Promise<Body> {
  return (await (await fetch(url)).json()) as Body;
}
