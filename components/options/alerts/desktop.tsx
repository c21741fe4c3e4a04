import { useOptions } from '../context.ts';

const Outcome = () => {
  const { model, words } = useOptions();
  const { switching, trying } = model.alerts;
  const failed = [switching.value, trying.value].find(
    (doing) => doing === 'failed' || doing === 'no_answer',
  );
  if (switching.value === 'refused') {
    return (
      <div role="alert" class="alert" data-problem="not_allowed">
        <strong>{words.t('alerts.desktop.refused')}</strong>
        <p>{words.t('alerts.desktop.refused.advice')}</p>
      </div>
    );
  }
  if (failed) {
    return (
      <div role="alert" class="alert">
        {words.t(failed === 'failed' ? 'options.notStored' : 'options.noAnswer')}
      </div>
    );
  }
  return trying.value === 'done' ? (
    <p role="status" class="tried">
      {words.t('alerts.desktop.tried')}
    </p>
  ) : null;
};

/** Desktop notifications: whether they come, and one to see whether the computer lets them through. */
export const Desktop = () => {
  const { model, words } = useOptions();
  const { isNotifying, switching, trying, turnOn, turnOff, tryOne } = model.alerts;
  const isOn = isNotifying.value;
  const isBusy = switching.value === 'asking';
  return (
    <div class="card" data-notifying={isOn === null ? undefined : isOn}>
      <h3>{words.t('alerts.desktop')}</h3>
      <p aria-live="polite">
        {isOn === null
          ? words.t('alerts.reading')
          : words.t(isOn ? 'alerts.desktop.on' : 'alerts.desktop.off')}
      </p>
      <div class="actions">
        {isOn === true && (
          <button
            type="button"
            class="button"
            disabled={trying.value === 'asking'}
            onClick={() => void tryOne()}
          >
            {words.t('alerts.desktop.try')}
          </button>
        )}
        {isOn !== null && (
          <button
            type="button"
            class={isOn ? 'button' : 'button first'}
            disabled={isBusy}
            onClick={() => void (isOn ? turnOff() : turnOn())}
          >
            {words.t(isOn ? 'alerts.desktop.turnOff' : 'alerts.desktop.turnOn')}
          </button>
        )}
      </div>
      <Outcome />
    </div>
  );
};
