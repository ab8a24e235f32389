import { type MouseEvent, useContext, useState } from 'react'
import { Button, ButtonLink } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { reactionDraft } from '#data/drafts.ts'
import { isLookedUp } from '#data/looked-up.ts'
import { outbox } from '#data/outbox.ts'
import { isOpen } from '#domain/plan.ts'
import { REACTIONS, type Reaction } from '#domain/reaction.ts'
import { formatNumber } from '#i18n/format.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentIcon } from './comment-icon.tsx'
import { JoinLink } from './join-link.ts'
import { LookingUp } from './looking-up.tsx'
import type { Said } from './overlay.ts'
import styles from './reactions.module.css'
import type { Talk } from './talk.ts'

type Props = { said: Said; talk: Talk }

/** Whether somebody can react to a comment, or only see how others did. */
export const canReact = ({ comment }: Said, { task, me }: Talk): boolean =>
  isOpen(task) && comment.status === 'visible' && !me?.staff && comment.authorId !== me?.user?.uid

/** Agree and disagree with everybody's counts; pressing the same again takes it back. Before joining the choice waits. */
export function Reactions({ said, talk }: Props) {
  const { comment, reaction } = said
  const t = useFixedT('comments')
  const lang = useLang()
  const draft = reactionDraft(comment.id)
  const [kept, setKept] = useState(() => draft.load())
  const [isStored, setStored] = useState(true)
  const me = talk.me?.participant

  const keep = (choice: Reaction | null) => {
    if (choice === null) draft.clear()
    else setStored(draft.save(choice))
    setKept(choice)
  }
  const put = (value: Reaction | null) => {
    keep(null)
    if (me) outbox.put(me.uid, { kind: 'react', taskId: comment.taskId, commentId: comment.id, value })
  }
  const press = (side: Reaction) => {
    if (me) put(reaction === side ? null : side)
    else keep(kept === side ? null : side)
  }
  // Whoever chose it before it was known who they are may think so already: that is no wish to take it back.
  const send = (side: Reaction) => (reaction === side ? keep(null) : put(side))

  const pressed = me ? reaction : kept
  const counts = { agree: comment.agreeTotal, disagree: comment.disagreeTotal }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form asks */}
      <div role="group" aria-label={t('reaction.label')} className={styles.buttons} data-screen-only>
        {REACTIONS.map((side) => (
          <button
            key={side}
            type="button"
            className={styles.reaction}
            aria-pressed={pressed === side}
            onClick={() => press(side)}
          >
            <CommentIcon name={side} />
            {t(`reaction.${side}`)}{' '}
            {counts[side] > 0 && <span className={styles.count}>{formatNumber(counts[side], lang)}</span>}
          </button>
        ))}
      </div>
      <Live>
        {kept !== null && (
          <Kept kept={kept} isStored={isStored} talk={talk} onSend={() => send(kept)} onDrop={() => keep(null)} />
        )}
      </Live>
    </>
  )
}

type KeptProps = { kept: Reaction; isStored: boolean; talk: Talk; onSend: () => void; onDrop: () => void }

/** A reaction chosen before joining: the way to join; afterwards, the question whether to send it. */
function Kept({ kept, isStored, talk, onSend, onDrop }: KeptProps) {
  const joinLink = useContext(JoinLink)
  const t = useFixedT('comments')
  const reaction = t(`reaction.${kept}`)
  const isUnknown = isLookedUp(talk.me)
  const told = talk.me?.participant || isUnknown ? 'kept' : isStored ? 'joinFirst' : 'joinFirstUnkept'
  const andLeave = (act: () => void) => (event: MouseEvent) => {
    // The button goes away under the focus.
    event.currentTarget.closest('article')?.focus()
    act()
  }
  return (
    <Notice>
      <p>{t(`reaction.${told}`, { reaction })}</p>
      {talk.me?.participant ? (
        <Button look="primary" onClick={andLeave(onSend)}>
          {t('reaction.send', { reaction })}
        </Button>
      ) : isUnknown ? (
        <LookingUp />
      ) : (
        <ButtonLink look="primary" to={joinLink}>
          {t('reaction.join')}
        </ButtonLink>
      )}
      <Button look="quiet" onClick={andLeave(onDrop)}>
        {t('reaction.drop')}
      </Button>
    </Notice>
  )
}

/** How others took a comment, where one cannot react to it. */
export function ReactionCounts({ said: { comment } }: Pick<Props, 'said'>) {
  const t = useFixedT('comments')
  const lang = useLang()
  const { agreeTotal, disagreeTotal } = comment
  return (
    <>
      {agreeTotal > 0 && <span>{t('item.agree', { value: formatNumber(agreeTotal, lang) })}</span>}
      {disagreeTotal > 0 && <span>{t('item.disagree', { value: formatNumber(disagreeTotal, lang) })}</span>}
    </>
  )
}
