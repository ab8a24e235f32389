import { describe, expect, it } from 'vitest'
import { type InAppBrowser, inAppBrowser } from '#domain/in-app-browser.ts'

const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const WEBVIEW =
  'Mozilla/5.0 (Linux; Android 14; SM-S921N Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36'

describe('the window of an app', () => {
  it.each<[InAppBrowser, string]>([
    ['kakaotalk', `${WEBVIEW};KAKAOTALK 2410850`],
    ['kakaotalk', `${WEBVIEW} KAKAOTALK/10.8.5 (INAPP)`],
    ['kakaotalk', `${IPHONE} Mobile/15E148 KAKAOTALK 10.8.5`],
    ['naver', `${WEBVIEW} NAVER(inapp; search; 2000; 12.9.1)`],
    ['naver', `${IPHONE} Mobile/15E148 NAVER(inapp; search; 2000; 12.9.1; 14PRO)`],
    [
      'instagram',
      `${WEBVIEW} Instagram 337.0.0.35.102 Android (34/14; 480dpi; 1080x2106; samsung; SM-S921N; e1s; s5e9945; ko_KR; 614064327)`,
    ],
    [
      'instagram',
      `${IPHONE} Mobile/15E148 Instagram 337.0.3.23.54 (iPhone14,5; iOS 17_5_1; ko_KR; ko; scale=3.00; 1170x2532; 614263459)`,
    ],
    ['facebook', `${WEBVIEW} [FB_IAB/FB4A;FBAV/470.0.0.44.76;]`],
    [
      'facebook',
      `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/470.1.0.44.103;FBBV/617284391;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/17.5.1;FBSS/3;FBID/phone;FBLC/ko_KR;FBOP/5]`,
    ],
    ['line', `${WEBVIEW} Line/14.9.1/IAB`],
    ['line', `${IPHONE} Mobile/15E148 Safari Line/14.9.0`],
    ['daum', `${WEBVIEW} DaumApps/7.9.6 DaumDevice/mobile`],
    ['daum', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1 DaumApps/7.9.6 DaumDevice/mobile`],
  ])('of %s is known by %s', (app, userAgent) => expect(inAppBrowser(userAgent)).toBe(app))
})

describe('a browser', () => {
  it.each([
    ['Safari', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
    ['Chrome on iOS', `${IPHONE} CriOS/126.0.6478.108 Mobile/15E148 Safari/604.1`],
    [
      'Chrome on Android',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Samsung Internet',
      'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    ],
    [
      'Naver’s own, Whale',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Whale/3.27.254.15 Safari/537.36',
    ],
    ['Firefox', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0'],
    ['one that says nothing', ''],
  ])('is none of them: %s', (_, userAgent) => expect(inAppBrowser(userAgent)).toBeNull())
})
