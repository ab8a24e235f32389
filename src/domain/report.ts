/** Why somebody reports a comment. */
export const REPORT_REASONS = ['personal-data', 'abuse', 'off-topic', 'duplicate', 'advertisement'] as const
export type ReportReason = (typeof REPORT_REASONS)[number]
