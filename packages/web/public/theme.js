// Runs before the first paint, outside the bundle, so that a chosen theme never flashes.
(() => {
  try {
    const theme = localStorage.getItem("checkride-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to us: the system's theme it is.
  }
})();
