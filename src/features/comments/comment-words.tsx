import { type MouseEvent, Suspense, useState } from 'react'
import { Button } from '#components/button.tsx'
import { lazily } from '#components/lazily.ts'
import { Marked } from '#components/marked.tsx'
import { type Comment, isCollapsed } from '#domain/comment.ts'
import { normal, type Search } from '#domain/search.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import styles from './comment-item.module.css'
import { Translation } from './translation.tsx'

const HiddenWhy = lazily(async () => (await import('./hidden-why.tsx')).HiddenWhy)

type Props = { comment: Comment; sending: boolean; search: Search | null }

/** What was said, as it was written; or why that is not shown at once, or not to others. */
export function CommentWords({ comment, sending, search }: Props) {
  const t = useFixedT('comments')
  const [looked, setLooked] = useState(false)
  const look = ({ currentTarget }: MouseEvent) => {
    // The button goes away under the focus.
    currentTarget.closest('article')?.focus()
    setLooked(true)
  }
  if (isCollapsed(comment) && !looked) {
    return (
      <div className={styles.absent}>
        <p>{t('item.collapsed')}</p>
        <Button look="quiet" onClick={look}>
          {t('item.look')}
        </Button>
      </div>
    )
  }
  const text = search ? normal(comment.text) : comment.text
  const words = (
    <p className={styles.text} lang={comment.lang} dir="auto" data-sending={sending}>
      {search ? <Marked text={text} matches={search(text)} /> : text}
    </p>
  )
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
      {search ? words : <Translation comment={comment}>{words}</Translation>}
    </>
  )
}
