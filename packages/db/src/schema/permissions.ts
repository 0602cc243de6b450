import { sql } from "drizzle-orm";
import { boolean, index, integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core";
import { discordId, id, instant, oneOf, rgb, text, writtenAt } from "./columns.ts";

const tiers = ["root", "admin", "moderator"] as const;
type Tier = (typeof tiers)[number];

/** Who may do more than everybody. At most one root. */
export const userPermissions = pgTable(
  "user_permissions",
  {
    id: id(),
    discordId: discordId().notNull().unique("user_permissions_discord_id_unique"),
    username: text(),
    tier: text().$type<Tier>().notNull(),
    addedAt: writtenAt(),
    addedBy: discordId(),
    reason: text(),
  },
  (t) => [
    index("idx_user_permissions_discord_id").on(t.discordId),
    index("idx_user_permissions_tier").on(t.tier),
    uniqueIndex("user_permissions_one_root").on(t.tier).where(sql`"tier" = 'root'`),
    oneOf("user_permissions", "tier", tiers),
  ],
);

/** Every change of a permission, written with the change. Rows cannot be changed or deleted. */
export const permissionAuditLog = pgTable(
  "permission_audit_log",
  {
    id: id(),
    targetDiscordId: discordId().notNull(),
    action: text().$type<"add" | "remove" | "promote" | "demote">().notNull(),
    /** Null: had none. */
    oldTier: text().$type<Tier>(),
    /** Null: has none any more. */
    newTier: text().$type<Tier>(),
    changedBy: discordId().notNull(),
    changedAt: instant().notNull().defaultNow(),
    reason: text(),
  },
  (t) => [
    index("idx_audit_target").on(t.targetDiscordId),
    index("idx_audit_changed_by").on(t.changedBy),
    oneOf("permission_audit_log", "action", ["add", "remove", "promote", "demote"]),
    oneOf("permission_audit_log", "old_tier", tiers),
    oneOf("permission_audit_log", "new_tier", tiers),
  ],
);

/** Names that the two teams of a session may get. */
export const teamPool = pgTable(
  "team_pool",
  {
    id: id(),
    name: text().notNull().unique("team_pool_name_unique"),
    displayName: text(),
    color: integer(),
    active: boolean().notNull().default(true),
    createdAt: writtenAt(),
  },
  (t) => [
    index("idx_team_pool_active").on(t.active).where(sql`"active"`),
    rgb("team_pool", "color"),
  ],
);
