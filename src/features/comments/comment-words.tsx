import { type MouseEvent, Suspense } from 'react'
import { Button } from '#components/button.tsx'
import { lazily } from '#components/lazily.ts'
import { Marked } from '#components/marked.tsx'
import type { Comment } from '#domain/comment.ts'
import { normal, type Search } from '#domain/search.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { useLang } from '#i18n/use-lang.ts'
import styles from './comment-item.module.css'
import { Translation } from './translation.tsx'

const HiddenWhy = lazily(async () => (await import('./hidden-why.tsx')).HiddenWhy)

type Props = { comment: Comment; sending: boolean; search: Search | null }

/** Stands in the place of words that are folded away, and unfolds them. */
export function Folded({ onLook }: { onLook: () => void }) {
  const t = useFixedT('comments')
  const look = ({ currentTarget }: MouseEvent) => {
    // The button goes away under the focus.
    currentTarget.closest('article')?.focus()
    onLook()
  }
  return (
    <div className={styles.absent}>
      <p>{t('item.collapsed')}</p>
      <Button look="quiet" onClick={look}>
        {t('item.look')}
      </Button>
    </div>
  )
}

/** What was said, as it was written; or why that is not shown to others. */
export function CommentWords({ comment, sending, search }: Props) {
  const t = useFixedT('comments')
  return (
    <>
      {comment.status === 'hidden' && (
        <div className={styles.absent}>
          <p>{t('item.hidden')}</p>
          <Suspense>
            <HiddenWhy comment={comment} />
          </Suspense>
        </div>
      )}
      {search ? (
        <Found comment={comment} search={search} />
      ) : (
        <Translation comment={comment}>
          {({ text, lang }) => (
            <p className={styles.text} lang={lang} dir="auto" data-sending={sending}>
              {text}
            </p>
          )}
        </Translation>
      )}
    </>
  )
}

/** What was looked for is marked in the words as they were written, so these stay; their translation stands below. */
function Found({ comment, search }: { comment: Comment; search: Search }) {
  const t = useFixedT('translation')
  const lang = useLang()
  const { translation } = comment
  const text = normal(comment.text)
  return (
    <>
      <p className={styles.text} lang={comment.lang} dir="auto">
        <Marked text={text} matches={search(text)} />
      </p>
      {translation && comment.lang !== lang && (
        <div className={styles.below}>
          <p className={styles.when}>{t(`by.${translation.by}`)}</p>
          <p className={styles.text} lang={lang} dir="auto">
            {translation.text}
          </p>
        </div>
      )}
    </>
  )
}
