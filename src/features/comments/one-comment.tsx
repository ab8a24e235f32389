import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#components/empty-state.tsx'
import { Live } from '#components/live.tsx'
import { QueryState } from '#components/query-state.tsx'
import type { Comment } from '#domain/comment.ts'
import { JoinLink } from './join-link.ts'
import { commentQuery } from './queries.ts'
import { ReturnedComments } from './returned-comments.tsx'
import { type Talk, useOwnEntries } from './talk.ts'
import { Thread } from './thread.tsx'
import { useAround } from './use-around.ts'
import { outboxedTo, useOutboxComments } from './use-outbox-comments.ts'
import { useTexts } from './use-texts.ts'
import styles from './voices.module.css'

type Props = { id: string; talk: Talk; joinLink: string }

/** One comment in its thread; a reply under what it answers. The focus goes to the one that the address names. */
export function OneComment({ id, talk, joinLink }: Props) {
  useTexts()
  const named = useQuery(commentQuery(talk.task.id, id))
  return (
    <JoinLink value={joinLink}>
      <QueryState
        query={named}
        lines={8}
        isEmpty={(comment) => comment === null}
        empty={<Missing id={id} talk={talk} />}
      >
        {(comment) => comment && <InThread comment={comment} talk={talk} />}
      </QueryState>
    </JoinLink>
  )
}

function InThread({ comment, talk }: { comment: Comment; talk: Talk }) {
  const { t } = useTranslation('comments')
  const parent = useQuery({
    ...commentQuery(talk.task.id, comment.parentId ?? comment.id),
    enabled: comment.parentId !== null,
  })
  const first = comment.parentId === null ? comment : parent.data
  // What is answered may be hidden: the reply can be read all the same.
  const shown = first ?? (parent.data === null ? comment : null)
  const query = { ...parent, data: shown ?? undefined }
  return (
    <>
      <Live>{shown !== null && !first && <p className={styles.intro}>{t('item.unseenParent')}</p>}</Live>
      <QueryState query={query} lines={8}>
        {(top) => <Shown top={top} named={comment} talk={talk} />}
      </QueryState>
    </>
  )
}

function Shown({ top, named, talk }: { top: Comment; named: Comment; talk: Talk }) {
  const entries = useOwnEntries(talk)
  const outboxed = useOutboxComments(talk.task.id, talk.me)
  const around = useAround([top.id === named.id ? [top] : [top, named]], talk.me?.participant?.uid)
  return (
    <div className={styles.one}>
      <Thread
        comment={top}
        talk={talk}
        around={around}
        entries={entries}
        outboxed={outboxed}
        opened={top.replyCount > 0}
        named={named}
      />
    </div>
  )
}

/** Withdrawn without replies, hidden, or never there: nobody is told which. What somebody wrote to it is still theirs. */
function Missing({ id, talk }: Pick<Props, 'id' | 'talk'>) {
  const { t } = useTranslation('comments')
  const { returned } = outboxedTo(id, useOutboxComments(talk.task.id, talk.me))
  return (
    <>
      <EmptyState>
        <strong>{t('one.missing.title')}</strong>
        <br />
        {t('one.missing.text')}
      </EmptyState>
      <ReturnedComments entries={returned} onTakeBack={null} begun={{ about: id, reason: 'missing' }} />
    </>
  )
}
