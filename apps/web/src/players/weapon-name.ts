/** Weapons as players call them, by the name that stats files have. */
const names: Readonly<Record<string, string>> = {
  KNIFE: "Knife",
  KNIFE_KBAR: "Ka-Bar",
  LUGER: "Luger",
  COLT: "Colt",
  MP40: "MP 40",
  THOMPSON: "Thompson",
  STEN: "Sten",
  FG42: "FG 42",
  PANZERFAUST: "Panzerfaust",
  BAZOOKA: "Bazooka",
  FLAMETHROWER: "Flamethrower",
  GRENADE: "Grenade",
  MORTAR: "Mortar",
  MORTAR2: "Granatwerfer",
  DYNAMITE: "Dynamite",
  AIRSTRIKE: "Airstrike",
  ARTILLERY: "Artillery",
  SATCHEL: "Satchel",
  GRENADELAUNCHER: "Rifle grenade",
  LANDMINE: "Mine",
  MG42: "MG 42",
  BROWNING: "Browning",
  CARBINE: "Carbine",
  KAR98: "K 98",
  GARAND: "Garand",
  K43: "K 43",
  MP34: "MP 34",
  SYRINGE: "Syringe",
};

/** A weapon's name for people; what is not known stays as the file has it. */
export const weaponName = (weapon: string): string => names[weapon] ?? weapon;
