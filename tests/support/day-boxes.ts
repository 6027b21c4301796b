/** A day as a form takes it: in three boxes. */
export function dayBoxes(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}
