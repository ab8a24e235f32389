import { useMutation } from '@tanstack/react-query'
import { use, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { saveFile } from '#components/save-file.ts'
import { showToast } from '#components/toasts.ts'
import type { Editor } from '#data/plan-drafts.ts'
import { seoulDay } from '#domain/seoul-time.ts'
import { pageTextsReady } from '#i18n/page-texts.ts'
import { useLang } from '#i18n/use-lang.ts'
import { FileChanges } from './file-changes.tsx'
import { FileFaults } from './file-faults.tsx'
import { exportMutation, fileMutation } from './file-queries.ts'
import styles from './plan.module.css'

/** The plan out and in as a file, in the format of `npm run plan:export` and with the checks of `npm run plan:import`. */
export function PlanFile({ editor }: { editor: Editor }) {
  use(pageTextsReady(useLang(), 'review-plan-file'))
  const { t } = useTranslation(['review-plan-file', 'errors'])
  const input = useRef<HTMLInputElement>(null)
  const looking = useMutation(fileMutation)
  const exporting = useMutation(exportMutation)
  const { data: found } = looking
  const download = () =>
    exporting.mutate(undefined, {
      onSuccess(plan) {
        const json = `${JSON.stringify(plan, null, 2)}\n`
        saveFile(`plan-${seoulDay(new Date())}.json`, new Blob([json], { type: 'application/json' }))
        showToast({ text: t('review-plan-file:downloaded') })
      },
    })
  const error = looking.error ?? exporting.error
  return (
    <section aria-labelledby="plan-file" className={styles.section}>
      <h2 id="plan-file">{t('review-plan-file:title')}</h2>
      <p>{t('review-plan-file:lead')}</p>
      <div className={styles.actions}>
        <Button aria-disabled={exporting.isPending} onClick={() => exporting.isPending || download()}>
          {t('review-plan-file:download')}
        </Button>
        <Button aria-disabled={looking.isPending} onClick={() => looking.isPending || input.current?.click()}>
          {t('review-plan-file:choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) looking.mutate(file)
            // The same file may be chosen again once it has been corrected.
            target.value = ''
          }}
        />
      </div>
      <Live>{looking.isPending && <p>{t('review-plan-file:reading')}</p>}</Live>
      <Live urgency="alert">
        {error && <Notice tone="danger">{t(`errors:${error.kind}`)}</Notice>}
        {found?.is === 'too-big' && <Notice tone="danger">{t('review-plan-file:tooBig')}</Notice>}
        {found?.is === 'faulty' && <FileFaults name={found.name} faults={found.faults} />}
      </Live>
      {found?.is === 'plan' && (
        <FileChanges
          key={looking.submittedAt}
          name={found.name}
          found={found.found}
          editor={editor}
          onForget={looking.reset}
        />
      )}
    </section>
  )
}
