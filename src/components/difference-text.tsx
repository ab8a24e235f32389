import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Difference, inParagraphs, isChanged, type Piece } from '#domain/difference.ts'
import type { Lang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './difference.module.css'

/** Both texts in one, or one of the two alone. */
export type Side = 'both' | 'before' | 'after'

type Props = { difference: Difference; side?: Side }

/**
 * A text with what went and what came. Struck through or underlined, so that it takes no colour to see, and with words
 * around it for screen readers, most of which do not say <ins> and <del>. Whoever shows it loads its texts
 * (`difference`).
 */
export function DifferenceText({ difference, side = 'both' }: Props) {
  const hidden = { both: null, before: 'added', after: 'removed' }[side]
  return difference
    .filter(({ kind }) => kind !== hidden)
    .map((piece, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text, none of which changes places
      <PieceOf key={place} piece={piece} />
    ))
}

function PieceOf({ piece }: { piece: Piece }) {
  const { t } = useTranslation('difference')
  const { kind, text, parts } = piece
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={styles[kind]}>
      <Aside>{t(`${kind}.start`)}</Aside>
      {/* biome-ignore lint/suspicious/noArrayIndexKey: the parts of a word */}
      {parts.length === 0 ? text : parts.map((part, place) => <PartOf key={place} {...part} />)}
      <Aside>{t(`${kind}.end`)}</Aside>
    </Mark>
  )
}

const PartOf = ({ text, changed }: { text: string; changed: boolean }) =>
  changed ? <span className={styles.changed}>{text}</span> : text

// In the language of the page, whatever the text around it is written in.
const Aside = ({ children }: { children: ReactNode }) => (
  <span className={`visually-hidden ${styles.aside}`} lang={useLang()}>
    {' '}
    {children}{' '}
  </span>
)

/**
 * A text of several paragraphs with what changed. Paragraphs that stayed as they are say only how many they are, where
 * anything else changed.
 */
export function DifferenceParagraphs({ difference, side = 'both', lang }: Props & { lang: Lang }) {
  const { t } = useTranslation('difference')
  const stretches: (Difference | number)[] = []
  for (const paragraph of inParagraphs(difference)) {
    const last = stretches.at(-1)
    if (isChanged(paragraph)) stretches.push(paragraph)
    else if (typeof last === 'number') stretches[stretches.length - 1] = last + 1
    else stretches.push(1)
  }
  return stretches.map((stretch, place) =>
    typeof stretch === 'number' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text, none of which changes places
      <p key={place} className={styles.same}>
        {t('unchanged', { count: stretch })}
      </p>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a text, none of which changes places
      <p key={place} lang={lang}>
        <DifferenceText difference={stretch} side={side} />
      </p>
    ),
  )
}
