// Drawn as the design system's icons are; here, since only who comes to the comments needs them.
const PATHS = {
  agree: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12.3l2.8 2.8L16 9.6',
  disagree: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8 12h8',
  reply: 'M9 7 4.5 11.5 9 16M4.5 11.5H14a5.5 5.5 0 0 1 5.5 5.5v2',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
} as const

/** A small picture beside words, or in a button that has its words for screen readers. */
export function CommentIcon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 24 24" width="1.25em" height="1.25em" fill="none" stroke="currentColor" aria-hidden="true">
      <path d={PATHS[name]} strokeWidth={name === 'more' ? 3 : 1.75} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
