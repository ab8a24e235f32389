import { Popover } from '#components/popover.tsx'
import { showToast } from '#components/toasts.ts'
import { type Comment, MAX_EDITS } from '#domain/comment.ts'
import { isOpen } from '#domain/plan.ts'
import { useFixedT } from '#i18n/use-fixed-t.ts'
import { useLang } from '#i18n/use-lang.ts'
import { CommentIcon } from './comment-icon.tsx'
import styles from './comment-menu.module.css'
import { permalink } from './permalink.ts'
import { canShare, shareLink } from './share.ts'
import type { Talk } from './talk.ts'

export type Act = 'edit' | 'withdraw' | 'report'

type Props = { comment: Comment; talk: Talk; reported: boolean; onAct: (act: Act) => void }

/** What somebody can do with a comment, beside reacting and replying to it. */
export function CommentMenu({ comment, talk, reported, onAct }: Props) {
  const t = useFixedT('comments')
  const lang = useLang()
  const share = async () => {
    const outcome = await shareLink(new URL(permalink(lang, comment), location.href).href)
    if (outcome) showToast({ text: t(`menu.${outcome}`) })
  }
  const acts = actsOn(comment, talk).filter((act) => act !== 'report' || !reported)
  return (
    <Popover
      button={
        <>
          <span className="visually-hidden">{t('menu.open')}</span>
          <CommentIcon name="more" />
        </>
      }
    >
      {(close) => (
        <ul className={styles.menu}>
          <li>
            <button
              type="button"
              onClick={() => {
                close()
                void share()
              }}
            >
              {canShare() ? t('menu.share') : t('menu.copy')}
            </button>
          </li>
          {acts.map((act) => (
            <li key={act}>
              <button
                type="button"
                onClick={() => {
                  close()
                  onAct(act)
                }}
              >
                {t(`menu.${act}`)}
              </button>
            </li>
          ))}
          {comment.edits >= MAX_EDITS && acts.includes('withdraw') && (
            <li className={styles.note}>{t('edit.noneLeft')}</li>
          )}
        </ul>
      )}
    </Popover>
  )
}

function actsOn({ authorId, status, edits }: Comment, { task, me }: Talk): readonly Act[] {
  if (status !== 'visible') return []
  if (authorId !== me?.user?.uid) return me?.staff ? [] : ['report']
  const isChangeable = isOpen(task) && edits < MAX_EDITS
  return isChangeable ? ['edit', 'withdraw'] : ['withdraw']
}
