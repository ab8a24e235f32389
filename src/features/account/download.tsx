import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '#components/button.tsx'
import { Live } from '#components/live.tsx'
import { Notice } from '#components/notice.tsx'
import { saveFile } from '#components/save-file.ts'
import { waitingOf } from '#data/left-here.ts'
import { archiveFile } from './archive.ts'
import { archiveMutation } from './mutations.ts'
import { Part } from './part.tsx'

/** Takes home everything that is stored of somebody. */
export function Download({ uid }: { uid: string }) {
  const { t } = useTranslation(['me', 'errors'])
  const archive = useMutation(archiveMutation(uid))
  const name = (now: Date) =>
    t('data.file', { day: new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(now) })
  const start = () => {
    if (archive.isPending) return
    archive.mutate(undefined, {
      onSuccess: (found) => {
        const now = new Date()
        saveFile(name(now), archiveFile(found, { uid, waiting: waitingOf(uid), now }, t))
      },
    })
  }
  return (
    <Part title={t('data.title')}>
      <p>{t('data.text')}</p>
      <div>
        <Button aria-disabled={archive.isPending} onClick={start}>
          {archive.isPending ? t('data.working') : t('data.act')}
        </Button>
      </div>
      <Live>
        {archive.isSuccess && (
          <Notice tone="success">
            <p>{t('data.done', { file: name(new Date(archive.submittedAt)) })}</p>
          </Notice>
        )}
        {archive.isError && (
          <Notice tone="danger">
            <p>
              {t('data.failed')} {t(`errors:${archive.error.kind}`)}
            </p>
            <p>{t('data.again')}</p>
          </Notice>
        )}
      </Live>
    </Part>
  )
}
