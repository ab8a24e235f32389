import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Me } from '#data/me.ts'
import { left, place, remove, type Stickers, sameStickers } from '#domain/ballot.ts'
import { type TaskId, type TaskOverview, taskNumber } from '#domain/plan.ts'
import styles from './board.module.css'
import { CastAct } from './cast-act.tsx'
import { Receipt } from './receipt.tsx'
import { Sticker } from './sticker.tsx'
import { TaskCard } from './task-card.tsx'
import { Tray } from './tray.tsx'
import { useBallot } from './use-ballot.ts'
import { usePhase } from './use-phase.ts'
import { type Spot, useStickerDrag } from './use-sticker-drag.ts'
import { VotingTimes } from './voting-times.tsx'

type Props = {
  tasks: readonly TaskOverview[]
  me: Me | undefined
  joinLink: string
  easyWords: (id: TaskId) => ReactNode
}

/** Five stickers to place on six tasks, and what has become of them. */
export function Board({ tasks, me, joinLink, easyWords }: Props) {
  const { t } = useTranslation('priorities')
  const ballot = useBallot(me)
  const { phase, voting } = usePhase()
  const [said, say] = useState('')
  const { stickers } = ballot
  const isStaff = Boolean(me?.staff && !me.participant)
  const disabled = phase === 'closed' || phase === 'before' || isStaff

  const change = (next: Stickers, id: TaskId) => {
    if (sameStickers(next, stickers)) return say(t(left(stickers) === 0 ? 'noneLeft' : 'noneThere'))
    ballot.place(next)
    say(t('placed', { number: taskNumber(id), on: next[id], left: left(next) }))
  }
  const step = (id: TaskId, by: number) => change(by > 0 ? place(stickers, id) : remove(stickers, id), id)
  const drop = (from: Spot, to: Spot) => {
    const lifted = from === null ? stickers : remove(stickers, from)
    const named = to ?? from
    if (named !== null) change(to === null ? lifted : place(lifted, to), named)
  }
  const { drag, ghost, handle } = useStickerDrag(drop)

  return (
    <section id="stickers" aria-labelledby="stickers-title" className={styles.board}>
      <h2 id="stickers-title" className="visually-hidden">
        {t('board')}
      </h2>
      <VotingTimes phase={phase} voting={voting} />
      <ol className={styles.cards}>
        {tasks.map((task) => (
          <TaskCard
            key={task.id}
            task={task}
            count={stickers[task.id]}
            left={left(stickers)}
            disabled={disabled}
            onStep={(by) => step(task.id, by)}
            handle={handle}
            isLifted={drag?.from === task.id}
            isOver={drag?.over === task.id}
            easyWords={easyWords(task.id)}
          />
        ))}
      </ol>
      <Tray
        left={left(stickers)}
        disabled={disabled}
        handle={handle}
        isLifted={drag?.from === null}
        isOver={drag?.over === null && drag.from !== null}
        said={said}
      >
        <CastAct ballot={ballot} phase={phase} me={me} joinLink={joinLink} />
      </Tray>
      <Receipt ballot={ballot} me={me} tasks={tasks} phase={phase} />
      {drag && (
        <div ref={ghost} className={styles.ghost}>
          <Sticker />
        </div>
      )}
    </section>
  )
}
