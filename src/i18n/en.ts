import account from '../../locales/en/account.json'
import common from '../../locales/en/common.json'
import errors from '../../locales/en/errors.json'
import plan from '../../locales/en/plan.json'

// The same files as ko.ts, written in English; a check keeps both complete.
export const en = { account, common, errors, plan }
