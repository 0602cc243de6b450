import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, pgView, uniqueIndex } from "drizzle-orm/pg-core";
import { discordId, id, instant, jsonb, notNegative, text, writtenAt } from "./columns.ts";

/** A player as the game server's status answer lists him. */
export interface StoredServerPlayer {
  readonly name: string;
  readonly score: number;
  readonly ping: number;
}

/** The game server, asked at intervals. Times when it did not answer are rows too. */
export const serverStatusHistory = pgTable(
  "server_status_history",
  {
    id: id(),
    recordedAt: writtenAt(),
    playerCount: integer().notNull().default(0),
    maxPlayers: integer().notNull().default(20),
    mapName: text(),
    /** Without colour codes. */
    hostname: text(),
    players: jsonb().$type<readonly StoredServerPlayer[]>().notNull().default(sql`'[]'::jsonb`),
    /** Time until the answer. */
    pingMs: integer(),
    online: boolean().notNull().default(false),
  },
  (t) => [
    index("idx_server_status_history_recorded_at").on(t.recordedAt.desc()),
    index("idx_server_status_history_player_count").on(t.playerCount.desc()).where(sql`"online"`),
    ...notNegative("server_status_history", ["player_count", "max_players", "ping_ms"]),
  ],
);

/** Who is, and who was, in a voice channel for players. At most one open row a person. */
export const voiceMembers = pgTable(
  "voice_members",
  {
    id: id(),
    discordId: discordId().notNull(),
    memberName: text().notNull(),
    channelId: discordId().notNull(),
    channelName: text(),
    joinedAt: writtenAt(),
    /** Null: present. */
    leftAt: instant(),
  },
  (t) => [
    uniqueIndex("idx_voice_members_active").on(t.discordId).where(sql`"left_at" is null`),
    index("idx_voice_members_joined_at").on(t.joinedAt.desc()),
  ],
);

/** A member of a voice channel. */
export interface StoredVoiceMember {
  readonly discord_id: string;
  readonly name: string;
}

/** The voice channels, counted at intervals. */
export const voiceStatusHistory = pgTable(
  "voice_status_history",
  {
    id: id(),
    recordedAt: writtenAt(),
    memberCount: integer().notNull().default(0),
    /** First channel that is not empty. */
    channelId: discordId(),
    channelName: text(),
    members: jsonb().$type<readonly StoredVoiceMember[]>().notNull().default(sql`'[]'::jsonb`),
    firstJoinerId: discordId(),
    firstJoinerName: text(),
  },
  (t) => [
    index("idx_voice_status_history_recorded_at").on(t.recordedAt.desc()),
    index("idx_voice_status_history_first_joiner").on(t.firstJoinerId),
    ...notNegative("voice_status_history", ["member_count"]),
  ],
);

/** What is so at this moment; one row a kind. Old when `updated_at` is. */
export const liveStatus = pgTable("live_status", {
  id: id(),
  /** `voice_channel`, `game_server`. */
  statusType: text().notNull().unique("live_status_status_type_unique"),
  statusData: jsonb().notNull().default(sql`'{}'::jsonb`),
  updatedAt: writtenAt(),
});

/** Voice channels with people in them, who they are and who came first. */
export const currentVoiceStatus = pgView("current_voice_status", {
  channelId: discordId(),
  channelName: text(),
  memberCount: integer(),
  members: jsonb().$type<readonly StoredVoiceMember[]>(),
  firstJoinedAt: instant(),
  firstJoinerId: discordId(),
  firstJoinerName: text(),
}).as(sql`
  select channel_id,
    (array_agg(channel_name order by joined_at desc, id desc))[1] as channel_name,
    count(*)::integer as member_count,
    jsonb_agg(jsonb_build_object('discord_id', discord_id::text, 'name', member_name)
      order by joined_at, id) as members,
    min(joined_at) as first_joined_at,
    (array_agg(discord_id order by joined_at, id))[1] as first_joiner_id,
    (array_agg(member_name order by joined_at, id))[1] as first_joiner_name
  from voice_members
  where left_at is null
  group by channel_id`);
