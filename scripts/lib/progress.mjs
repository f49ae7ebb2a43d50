const live = process.stderr.isTTY;

/**
 * Says what is going on while `act` works: a line that counts the seconds on a terminal, two lines in a log.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} act
 * @returns {Promise<T>}
 */
export const step = async (what, act) => {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const show = (mark) => process.stderr.write(`\r\x1b[2K${mark} ${what} ${seconds()}`);
  if (!live) process.stderr.write(`… ${what}\n`);
  const timer = live ? setInterval(() => show("…"), 200) : null;
  const end = (mark) => {
    if (timer) clearInterval(timer);
    if (live) show(mark);
    process.stderr.write(live ? "\n" : `${mark} ${what} ${seconds()}\n`);
  };
  try {
    const value = await act();
    end("✓");
    return value;
  } catch (error) {
    end("✗");
    throw error;
  }
};
