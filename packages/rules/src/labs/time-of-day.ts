const dayMinutes = 24 * 60;

/** So many minutes after `09:00`, as `09:25`; past midnight with the day after it: `01:10 +1`. */
export const timeOfDay = (begins: string, minute: number): string => {
  const [hours = 0, minutes = 0] = begins.split(":").map(Number);
  const at = hours * 60 + minutes + minute;
  const two = (value: number): string => `${value}`.padStart(2, "0");
  const time = `${two(Math.floor((at % dayMinutes) / 60))}:${two(at % 60)}`;
  return at < dayMinutes ? time : `${time} +${Math.floor(at / dayMinutes)}`;
};
