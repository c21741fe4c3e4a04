import { useOptions } from '../context.ts';
import { Outcome } from '../outcome.tsx';
import { CauseTable } from './cause-table.tsx';
import { Desktop } from './desktop.tsx';
import { Digest, Quiet } from './hours.tsx';
import { Presets } from './presets.tsx';
import { Preview } from './preview.tsx';
import { SeverityTable } from './severity-table.tsx';
import { Silenced } from './silenced.tsx';
import { Webhooks } from './webhooks.tsx';
import './alerts.css';

const Rules = () => {
  const { model, words } = useOptions();
  const rules = model.alerts.rules.value;
  return (
    <div class="card" id="rules">
      <div class="title">
        <h3>{words.t('alerts.rules')}</h3>
        <Outcome outcome={model.alerts.saving.value} />
      </div>
      {rules === null ? (
        <p aria-busy="true">{words.t('alerts.reading')}</p>
      ) : (
        <>
          <Presets rules={rules} />
          <SeverityTable rules={rules} />
          <CauseTable rules={rules} />
        </>
      )}
    </div>
  );
};

/** The section Alerts: what people are told, when, where, and what they are not told of now. */
export const Alerts = () => {
  const { model, words } = useOptions();
  const rules = model.alerts.rules.value;
  return (
    <section id="alerts" aria-labelledby="alerts-title">
      <h2 id="alerts-title">{words.t('options.section.alerts')}</h2>
      <p>{words.t('alerts.text')}</p>
      <Desktop />
      <Rules />
      {rules !== null && (
        <>
          <Preview rules={rules} />
          <Quiet rules={rules} />
          <Digest rules={rules} />
        </>
      )}
      <Webhooks />
      <Silenced />
    </section>
  );
};
