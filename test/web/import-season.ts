// Run by setup.ts and screenshots.ts: imports the sample season into the folder given, and before it
// a match that a league's reports tell of.
import { connect, ingest } from "../../packages/db/src/index.ts";
import { leagueMatch } from "../../packages/db/test/league-match.ts";
import { seasonFiles } from "../../packages/db/test/sample-files.ts";

/** 30 November 2024, a month before the season begins: nothing that is told of the season changes. */
const LEAGUE_START = 1_732_993_200;

const db = await connect(process.argv[2] ?? "memory:");
await ingest(db, leagueMatch({ startUnix: LEAGUE_START }));
await ingest(db, seasonFiles());
await db.close();
