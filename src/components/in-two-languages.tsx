import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Comment } from '#domain/comment.ts'
import type { Lang } from '#domain/language.ts'
import { useLang } from '#i18n/use-lang.ts'
import { Button } from './button.tsx'
import styles from './in-two-languages.module.css'

type Words = { readonly text: string; readonly lang: Lang }

/** What the button does as long as there is no translation. */
export type Ask = { label: string; isBusy: boolean; act: () => void; progress: ReactNode }

type Props = {
  /** The words as they were written. */
  said: Words
  translation: { readonly text: string; readonly by: 'machine' | 'staff' | 'device' } | null
  /** How to get a translation where there is none yet. */
  ask?: Ask
  /** Draws the words, in either language. */
  children: (words: Words) => ReactNode
}

/**
 * Words and their translation, which is shown first: one button for whatever can be shown next, which stays where it is and
 * keeps the focus. Whoever shows it loads its texts (`translation`).
 */
export function InTwoLanguages({ said, translation, ask, children }: Props) {
  const { t } = useTranslation('translation')
  const lang = useLang()
  const [original, setOriginal] = useState(false)
  const turn = {
    label: original ? t('showTranslation') : t('showOriginal'),
    isBusy: false,
    act: () => setOriginal(!original),
    progress: null,
  }
  const { label, isBusy, act, progress } = (translation ? null : ask) ?? turn
  return (
    <div className={styles.translation}>
      {children(translation && !original ? { text: translation.text, lang } : said)}
      <p className={styles.foot}>
        {translation && <span>{original ? t('isOriginal') : t(`by.${translation.by}`)}</span>}
        <Button look="quiet" aria-disabled={isBusy || undefined} onClick={() => !isBusy && act()}>
          {label}
        </Button>
      </p>
      {progress}
    </div>
  )
}

type StoredProps = Pick<Props, 'children'> & { comment: Pick<Comment, 'text' | 'lang' | 'translation'> }

/** The words of a comment: in the reader's language, if a translation is stored, and else as they were written. */
export function InReadersLanguage({ comment, children }: StoredProps) {
  const lang = useLang()
  if (comment.lang === lang || !comment.translation) return children(comment)
  return (
    <InTwoLanguages said={comment} translation={comment.translation}>
      {children}
    </InTwoLanguages>
  )
}
