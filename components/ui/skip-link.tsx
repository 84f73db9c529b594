/** The first stop of the keyboard: past the navigation, into the page. */
export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#content"
      className="no-print sr-only focus:not-sr-only focus:absolute focus:start-4 focus:top-4 focus:z-10 focus:bg-raised focus:px-4 focus:py-2"
    >
      {label}
    </a>
  )
}
