/** The last place in an ordered list at which something holds; -1 when nowhere. */
export function lastWhere<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let place = list.length - 1;
  while (place >= 0 && !holds(list[place] as Item)) place -= 1;
  return place;
}
