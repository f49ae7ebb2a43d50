export const Brand = () => (
  <span className="brand">
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
      <circle cx="12" cy="12" r="9.5" />
      <path className="brand-trace" d="M3 14h5l2-2 2 3 2-3 2 2h5" strokeLinejoin="round" />
    </svg>
    Checkride
  </span>
);
