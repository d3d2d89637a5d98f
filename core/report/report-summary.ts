import { cutSummary } from './cut.ts';
import { plain } from './markdown.ts';
import { removedStages } from './removal.ts';
import type { StageReport } from './stage-report.ts';
import { told } from './state.ts';
import { renderSummary } from './summary.ts';

/** Renders what became of stages as the Markdown of the job summary. */
export function renderReports(reports: readonly StageReport[]): string {
  return cutSummary(reports.map(renderReport).join('\n'));
}

function renderReport(report: StageReport): string {
  if (report.deploy !== undefined) {
    return renderSummary(report.deploy);
  }
  const { app, stage, state, reason, removal } = report;
  const { icon, words } = told(state);
  const lines = [
    `## ${icon} ${plain(app)}: ${plain(stage.name)} ${words}`,
    '',
    ...(removal === undefined && reason !== undefined ? [plain(reason), ''] : []),
    ...(removal === undefined ? [] : removedStages([removal])),
  ];
  return `${lines.join('\n')}\n`;
}
