/**
 * A backup is one gzip file of UTF-8 lines, the same for both engines:
 *
 * ```text
 * {"format":"slomix-backup","version":1,"made":"…","migration":…,"sequences":{…},"tables":37}
 * {"table":"rounds","columns":["id","match_id",…]}
 * …rows in PostgreSQL's COPY text format, ordered by primary key…
 * \.
 * {"rows":1727,"sha256":"…of the text of the rows…"}
 * …the next table…
 * {"end":true,"rows":251020,"sha256":"…of all JSON lines above…"}
 * ```
 *
 * No row of COPY text is `\.` alone: a backslash in a value is doubled.
 */
export const formatName = "slomix-backup";

/** Version of the format that is written. Older ones stay readable. */
export const formatVersion = 1;

/** The line behind the last row of a table. */
export const endOfRows = Buffer.from("\\.\n");

/** First line of a backup. */
export interface BackupHeader {
  readonly format: typeof formatName;
  readonly version: number;
  /** ISO 8601. */
  readonly made: string;
  /** The newest migration that the tables had: its `when` in the journal. */
  readonly migration: number;
  /** The next number of each sequence. */
  readonly sequences: Readonly<Record<string, number>>;
  readonly tables: number;
}

/** What stands before a table's rows, and behind them. */
export interface TableHeader {
  readonly table: string;
  readonly columns: readonly string[];
}
export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}

/** What a backup holds. */
export interface BackupSummary {
  readonly file: string;
  /** Size of the file. */
  readonly bytes: number;
  /** When it was made, ISO 8601. */
  readonly made: string;
  /** Rows of all tables. */
  readonly rows: number;
  /** Rows by table. */
  readonly tables: Readonly<Record<string, number>>;
}
