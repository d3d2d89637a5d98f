import { plain } from './markdown.ts';
import { removedStages } from './removal.ts';
import type { StageReport } from './stage-report.ts';
import { renderSummary } from './summary.ts';
import { truncateSummary } from './truncate.ts';
import { wordingOf } from './wording.ts';

/** Renders what became of stages as the Markdown of the job summary. */
export function renderReports(reports: readonly StageReport[]): string {
  return truncateSummary(reports.map(renderReport).join('\n'));
}

function renderReport(report: StageReport): string {
  if (report.deploy !== undefined) {
    return renderSummary(report.deploy);
  }
  const { app, stage, state, reason, removal } = report;
  const { icon, words } = wordingOf(state);
  const lines = [
    `## ${icon} ${plain(app)}: ${plain(stage.name)} ${words}`,
    '',
    ...(removal === undefined && reason !== undefined ? [plain(reason), ''] : []),
    ...(removal === undefined ? [] : removedStages([removal])),
  ];
  return `${lines.join('\n')}\n`;
}
