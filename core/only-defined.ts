/** The same properties; those that may be undefined may be absent, and are never undefined. */
type OnlyDefined<Values> = {
  [Key in keyof Values as undefined extends Values[Key] ? never : Key]: Values[Key];
} & {
  [Key in keyof Values as undefined extends Values[Key] ? Key : never]?: Exclude<Values[Key], undefined>;
};

/** Returns an object without its undefined properties, so that what is not known is absent, in JSON and in types. */
export function onlyDefined<Values extends object>(values: Values): OnlyDefined<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as OnlyDefined<Values>;
}
