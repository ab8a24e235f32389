import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Mark } from '#components/mark.tsx'
import { TASK_IDS, taskNumber } from '#domain/plan.ts'
import styles from './crash.module.css'
import lost from './lost.module.css'
import { useAlive } from './use-alive.ts'

/** `unsaved`: a part of the app did not arrive and is not kept on this device; `crash`: anything else. */
export type Failure = 'crash' | 'unsaved'

// Both languages at once: whether the texts were loaded is not known here.
const FALLBACK = {
  crash: ['화면을 보여 주다가 문제가 생겼어요 · Something went wrong', '새로 고치기 · Reload'],
  unsaved: ['페이지를 불러오지 못했어요 · The page could not be loaded', '다시 불러오기 · Load it again'],
}

/** What is wrong, what to do, and ways on. These are plain links: they begin afresh, whatever broke. */
export function Crash({ failure, reload }: { failure: Failure; reload: () => void }) {
  const { t, ready, i18n } = useTranslation(['common', 'plan'], { useSuspense: false })
  useReloadOnline(failure === 'unsaved', reload)
  useAlive()
  const home = `/${i18n.language}`
  const [title, act] = ready ? [t(`common:${failure}.title`), t(`common:${failure}.act`)] : FALLBACK[failure]
  return (
    <div className={lost.page}>
      <title>{title}</title>
      <div className={lost.yard}>
        <Mark />
      </div>
      <h1>{title}</h1>
      {ready && <p>{t(`common:${failure}.text`)}</p>}
      <p>
        <Button look="primary" onClick={reload}>
          {act}
        </Button>
      </p>
      {ready && (
        <ul className={styles.ways}>
          <li>
            <a href={home}>{t('common:home')}</a>
          </li>
          {TASK_IDS.map((id) => (
            <li key={id}>
              <a href={`${home}/tasks/${taskNumber(id)}`}>{t('plan:tasks.number', { number: taskNumber(id) })}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useReloadOnline(wanted: boolean, reload: () => void) {
  useEffect(() => {
    if (!wanted) return
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [wanted, reload])
}
