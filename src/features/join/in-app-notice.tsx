import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#components/button.tsx'
import { CopyButton } from '#components/copy-button.tsx'
import { Notice } from '#components/notice.tsx'
import { type InAppBrowser, inAppBrowser } from '#domain/in-app-browser.ts'

/** The app in whose own window this page stands; null in a browser. Not for what is drawn at build time. */
export const appHere = (): InAppBrowser | null => inAppBrowser(navigator.userAgent)

/** KakaoTalk alone offers a page a way out of its window. */
const outOfKakaoTalk = (address: string) => `kakaotalk://web/openExternal?url=${encodeURIComponent(address)}`

type Props = {
  app: InAppBrowser
  /** What would go wrong here: a slip would be used up for this window, or Google signs nobody in. */
  about: 'slip' | 'signIn'
  /** What to open in a browser. */
  address: string
  /** Going on here all the same, knowing that. */
  onStay?: (() => void) | undefined
}

/** Leads from the window of an app, which only that app remembers, into a browser. */
export function InAppNotice({ app, about, address, onStay }: Props) {
  const { t } = useTranslation('join')
  const name = t(`inApp.app.${app}`)
  return (
    <Notice tone="warning" title={t('inApp.title', { app: name })}>
      <p>{t(`inApp.${about}`, { app: name })}</p>
      {app === 'kakaotalk' && (
        <ButtonLink look="primary" to={outOfKakaoTalk(address)}>
          {t('inApp.open')}
        </ButtonLink>
      )}
      <CopyButton
        text={address}
        label={t('inApp.copy')}
        done={t('inApp.copied')}
        failed={t('inApp.notCopied', { address })}
      />
      {onStay && (
        <Button look="quiet" onClick={onStay}>
          {t('inApp.stay')}
        </Button>
      )}
    </Notice>
  )
}
