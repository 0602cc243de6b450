/**
 * What a round is called by its file, over `rounds`: the stats file's name, or that of a report with
 * `#N` for its Nth round; null where a webhook stands in for a lost file.
 */
export const ROUND_FILE = "case when file_name is not null then round_key end";
