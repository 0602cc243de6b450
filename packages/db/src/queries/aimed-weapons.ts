/** Weapons that hit by blast or by touch: their shots say nothing of anybody's aim. */
const BLUNT = ["GRENADE", "SYRINGE", "DYNAMITE", "AIRSTRIKE", "ARTILLERY", "SATCHEL", "LANDMINE"];

/** The weapons that an accuracy is about, as a condition on `weapon_comprehensive_stats w`. */
export const AIMED = `w.weapon_name not in (${BLUNT.map((weapon) => `'WS_${weapon}'`).join(", ")})`;
