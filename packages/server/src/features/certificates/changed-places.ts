const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Where two values of JSON differ, as `credentialSubject.achievement.name`; the order of names means nothing. */
export const changedPlaces = (one: unknown, other: unknown, place = ""): readonly string[] => {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((item, index) => changedPlaces(item, other[index], `${place}[${index}]`));
  }
  if (isObject(one) && isObject(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].flatMap((name) =>
      changedPlaces(
        Object.hasOwn(one, name) ? one[name] : undefined,
        Object.hasOwn(other, name) ? other[name] : undefined,
        place === "" ? name : `${place}.${name}`,
      ),
    );
  }
  return Object.is(one, other) ? [] : [place];
};
