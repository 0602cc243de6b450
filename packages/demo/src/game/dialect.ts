import { ENTITY_FIELD_AT } from "../states/entity-fields.ts";
import { CLASSIC_MEANS, LEGACY_MEANS, type MeansOfDeath } from "./means-of-death.ts";

/** How a mod, and a version of it, tells events. Fields are places in an entity's state. */
export interface Dialect {
  /** Kind of entity that carries event 0; the others follow. */
  readonly firstEvent: number;
  /** Events by number; null where the mod has none, or none is known. */
  readonly events: {
    readonly obituary: number;
    readonly playerHit: number | null;
    readonly bullet: number | null;
    readonly popup: number | null;
  };
  readonly obituary: {
    readonly victim: number;
    readonly attacker: number;
    readonly means: number;
    readonly weapon: number | null;
    readonly headshot: number | null;
  };
  /** The victim of a bullet. */
  readonly bulletVictim: number;
  readonly means: readonly MeansOfDeath[];
  /** Whether bit 16 of the server's toggles means that the match stands still. */
  readonly hasPauseToggle: boolean;
  /** Whether weapon statistics count assists. */
  readonly statsHaveAssists: boolean;
  /** Whether weapon statistics go on behind the weapons as in Legacy. */
  readonly statsHaveTotals: boolean;
  /** Numbers that were checked against recordings of this mod. */
  readonly isVerified: boolean;
}

/** Version of ET: Legacy: three numbers, and the commits since that release. */
interface LegacyVersion {
  readonly release: number;
  readonly commits: number;
}

const AT = ENTITY_FIELD_AT;

const CLASSIC_OBITUARY = {
  victim: AT.otherEntityNum,
  attacker: AT.otherEntityNum2,
  means: AT.eventParm,
  weapon: null,
  headshot: null,
};

/**
 * How the mod of a recording tells events, by the `gamename` and `mod_version` of its server:
 * ET: Legacy by version, etpro, and for all others the game as it was first (2.60).
 */
export function dialectOf(mod: string, modVersion: string): Dialect {
  if (mod.toLowerCase() === "legacy") {
    const version = legacyVersion(modVersion);
    if (version === null || version.release >= 2_077_000) return legacy(version);
  }
  const isEtpro = mod.toLowerCase() === "etpro";
  return {
    firstEvent: 61,
    events: { obituary: 70, playerHit: null, bullet: null, popup: null },
    obituary: isEtpro
      ? { ...CLASSIC_OBITUARY, victim: AT.time, attacker: AT.time2, means: AT.eFlags }
      : CLASSIC_OBITUARY,
    bulletVictim: AT.otherEntityNum2,
    means: CLASSIC_MEANS,
    hasPauseToggle: false,
    statsHaveAssists: false,
    statsHaveTotals: false,
    isVerified: isEtpro,
  };
}

/** From 2.77 on. A version that cannot be read counts as the newest. */
function legacy(version: LegacyVersion | null): Dialect {
  const release = version?.release ?? Number.POSITIVE_INFINITY;
  // The releases 2.82.0 and 2.82.1 themselves name the victim of a bullet in 8 bits.
  const isFirstOf282 =
    release === 2_082_000 || (release === 2_082_001 && version !== null && version.commits === 0);
  return {
    firstEvent: 62,
    events: {
      obituary: 68,
      playerHit: 132,
      // Until 2.79 a bullet does not say what it hit, the player hit says it for all.
      bullet: release >= 2_082_000 ? 61 : release >= 2_080_000 ? 56 : null,
      popup: 124,
    },
    obituary: {
      ...CLASSIC_OBITUARY,
      weapon: AT.weapon,
      headshot: AT.loopSound,
    },
    bulletVictim: release < 2_082_000 || isFirstOf282 ? AT.eventParm : AT.otherEntityNum2,
    means: LEGACY_MEANS,
    hasPauseToggle: true,
    statsHaveAssists: release >= 2_083_000,
    statsHaveTotals: true,
    isVerified: true,
  };
}

/** `v2.82.1-80-g247d7fd`: release 2082001, 80 commits. */
function legacyVersion(text: string): LegacyVersion | null {
  const match = /(\d{1,3})\.(\d{1,3})(?:\.(\d{1,3}))?(?:-(\d{1,6})-g)?/.exec(text);
  if (match === null) return null;
  const [, major, minor, patch = "0", commits = "0"] = match;
  const release = Number(major) * 1_000_000 + Number(minor) * 1000 + Number(patch);
  return { release, commits: Number(commits) };
}
