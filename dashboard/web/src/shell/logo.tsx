// The mark and the name of the product. The name is the same in all languages.
export function Logo() {
  return (
    <p className="logo">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M10 24V8h7.5a5.5 5.5 0 0 1 0 11H14" />
        <circle cx="22.6" cy="23.4" r="2" />
      </svg>
      <span>Postwright</span>
    </p>
  );
}
