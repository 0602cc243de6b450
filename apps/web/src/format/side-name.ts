/** 1 Axis, 2 Allies. */
export const sideName = (side: 1 | 2): string => (side === 1 ? "Axis" : "Allies");
