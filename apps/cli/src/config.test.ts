import { describe, expect, test } from "vitest";
import { CommandError } from "./command-error.ts";
import { readConfig } from "./config.ts";

describe("readConfig", () => {
  test("nothing set", () => {
    expect(readConfig({}, {})).toEqual({
      data: "./data",
      databaseUrl: null,
      host: "127.0.0.1",
      logLevel: "warn",
      port: 8080,
      settings: {},
      origins: {},
    });
  });

  test("flags go before the environment, an empty variable counts as not set", () => {
    const config = readConfig(
      { data: "/a" },
      {
        SLOMIX_DATA: "/b",
        SLOMIX_SERVER_ZONE: "Europe/Ljubljana",
        SLOMIX_PORT: "",
        SLOMIX_SESSION_GAP_MINUTES: "90",
        SLOMIX_PAIRING_WINDOW_MINUTES: "75.5",
        SLOMIX_EXCLUDED_MAPS: "Oasis, fueldump,",
        SLOMIX_POINT_SCALE: "box",
        SLOMIX_SURRENDER: "concede",
        SLOMIX_TEAM_POOL: "sWat=#3498db, a=b=#FFFFFF",
      },
    );
    expect(config.data).toBe("/a");
    expect(config.port).toBe(8080);
    expect(config.settings).toEqual({
      serverZone: "Europe/Ljubljana",
      sessionGapMinutes: 90,
      pairingWindowMinutes: 75.5,
      excludedMaps: ["oasis", "fueldump"],
      pointScale: "box",
      surrender: "concede",
      teamPool: [
        { name: "sWat", color: 0x3498db },
        { name: "a=b", color: 0xffffff },
      ],
    });
    expect(config.origins).toMatchObject({ data: "--data", serverZone: "SLOMIX_SERVER_ZONE" });
  });

  test.each([
    [{ serverZone: "Europe/Lubljana" }, {}, "--server-zone must be a time zone of the IANA list"],
    [{ serverZone: "+02:00" }, {}, "--server-zone must be a time zone"],
    [{}, { SLOMIX_SERVER_ZONE: "CET2" }, "SLOMIX_SERVER_ZONE must be a time zone"],
    [{ port: "http" }, {}, "--port must be a port number from 0 to 65535, not “http”"],
    [{ port: "80.5" }, {}, "--port must be"],
    [{}, { SLOMIX_PORT: "65536" }, "SLOMIX_PORT must be"],
    [{}, { SLOMIX_SESSION_GAP_MINUTES: "0" }, "SLOMIX_SESSION_GAP_MINUTES must be"],
    [{}, { SLOMIX_SESSION_GAP_MINUTES: "1e3" }, "SLOMIX_SESSION_GAP_MINUTES must be"],
    [{}, { SLOMIX_POINT_SCALE: "boxes" }, "SLOMIX_POINT_SCALE must be mapWins or box"],
    [{}, { SLOMIX_SURRENDER: "loss" }, "SLOMIX_SURRENDER must be hold or concede, not “loss”"],
    [{}, { SLOMIX_TEAM_POOL: "sWat" }, "SLOMIX_TEAM_POOL must be a list"],
    [
      {},
      { SLOMIX_PAIRING_WINDOW_MINUTES: "61" },
      "SLOMIX_PAIRING_WINDOW_MINUTES must not be above",
    ],
    [{}, { SLOMIX_LOG_LEVEL: "loud" }, "SLOMIX_LOG_LEVEL must be one of silent, error"],
    [{ data: " " }, {}, "--data must name a folder"],
  ])("%j %j", (flags, env, message) => {
    const failed = (() => {
      try {
        readConfig(flags, env);
      } catch (error) {
        return error;
      }
      return null;
    })();
    expect(failed).toBeInstanceOf(CommandError);
    expect(failed).toMatchObject({ status: 2 });
    expect((failed as Error).message).toContain(message);
  });

  test("a wrong database address is not repeated: it may hold a password", () => {
    expect(() => readConfig({ databaseUrl: "mysql://me:secret@host" }, {})).toThrow(
      /^--database-url must be an address(?!.*secret)/,
    );
  });
});
