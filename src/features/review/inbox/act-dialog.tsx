import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '#components/dialog.tsx'
import { onDemand } from '#components/on-demand.tsx'
import { aboutOf, reviewDraft } from '#data/drafts.ts'
import type { InboxRow } from '#domain/inbox.ts'
import { formatNumber } from '#i18n/format.ts'
import { useLang } from '#i18n/use-lang.ts'
import type { AnswerForm as Answering } from '../answers/answer-form.tsx'
import { Quoted } from '../quoted.tsx'
import type { Act } from './acts.ts'
import { AssignForm } from './assign-form.tsx'
import { readAnswersTo } from './changes.ts'
import { HelpList } from './help-list.tsx'
import { HideForm } from './hide-form.tsx'
import { RestoreForm } from './restore-form.tsx'
import { TagForm } from './tag-form.tsx'
import type { Acts } from './use-acts.ts'
import type { useShortcutChoice } from './use-shortcuts.ts'

const AnswerForm = onDemand<ComponentProps<typeof Answering> & { onClose: () => void }>(
  async () => (await import('../answers/answer-form.tsx')).AnswerForm,
)

/** What is asked before something is done, and about which comments. */
export type Asking = {
  readonly kind: 'tag' | 'assign' | 'hide' | 'restore' | 'answer' | 'help'
  readonly rows: readonly InboxRow[]
}

type Props = {
  asking: Asking | null
  uid: string
  acts: Acts
  shortcuts: ReturnType<typeof useShortcutChoice>
  onClose: () => void
}

/** One dialog for all questions. */
export function ActDialog({ asking, onClose, ...rest }: Props) {
  const { t } = useTranslation('review-inbox')
  const lang = useLang()
  const [first, ...others] = asking?.rows ?? []
  return (
    <Dialog open={asking !== null} onClose={onClose} title={asking ? t(`ask.${asking.kind}.title`) : ''}>
      {others.length > 0 && <p>{t('ask.about', { value: formatNumber(others.length + 1, lang) })}</p>}
      {first && others.length === 0 && asking?.kind !== 'answer' && (
        <p>
          <Quoted comment={first.comment} />
        </p>
      )}
      {asking && <Question asking={asking} onClose={onClose} {...rest} />}
    </Dialog>
  )
}

function Question({ asking: { kind, rows }, uid, acts, shortcuts, onClose }: Props & { asking: Asking }) {
  const ids = rows.map(({ comment }) => comment.id)
  const run = (act: Act) => acts.run(rows, act)
  if (kind === 'tag') return <TagForm ids={ids} onAct={run} onDone={onClose} />
  const runAndClose = (act: Act) => {
    onClose()
    run(act)
  }
  if (kind === 'assign') return <AssignForm rows={rows} uid={uid} onAct={runAndClose} />
  if (kind === 'hide' || kind === 'restore') {
    const draft = reviewDraft(kind, aboutOf(ids))
    const giveUp = () => {
      draft.clear()
      onClose()
    }
    const Form = kind === 'hide' ? HideForm : RestoreForm
    return <Form draft={draft} onAct={runAndClose} onCancel={giveUp} />
  }
  if (kind === 'answer') {
    const answered = (ids: readonly string[]) => {
      onClose()
      // Should it fail, the log tells of it when it is next looked at.
      readAnswersTo(ids).catch(() => {})
    }
    return <AnswerForm comments={rows.map(({ comment }) => comment)} onDone={answered} onClose={onClose} />
  }
  return <HelpList shortcuts={shortcuts} />
}
