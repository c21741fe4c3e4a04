import { useEffect, useRef, useState } from 'preact/hooks';
import { type Command, commandsFor } from './commands.ts';
import { useDashboard } from './context.ts';

const optionId = (index: number): string => `command-${index}`;

/** Reaches every section, action and campaign by typing: a field with a list of what matches. */
export const Palette = () => {
  const dashboard = useDashboard();
  const { model, words } = dashboard;
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => dialog.current?.showModal(), []);
  const commands = commandsFor(dashboard, query);
  const active = Math.min(at, commands.length - 1);
  useEffect(() => {
    document.getElementById(optionId(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const run = (command: Command | undefined): void => {
    if (!command) return;
    dialog.current?.close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && commands.length > 0) {
      event.preventDefault();
      setAt((active + step + commands.length) % commands.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(commands[active]);
    }
  };
  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={words.t('palette.title')}
      onClose={() => {
        model.isPaletteOpen.value = false;
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label={words.t('palette.field')}
        aria-expanded={commands.length > 0}
        aria-controls="commands"
        aria-autocomplete="list"
        aria-activedescendant={commands.length > 0 ? optionId(active) : undefined}
        placeholder={words.t('palette.field')}
        autocomplete="off"
        spellcheck={false}
        value={query}
        onInput={({ currentTarget }) => {
          setQuery(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id="commands" aria-label={words.t('palette.title')}>
        {commands.map((command, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (ARIA combobox)
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
          <div
            key={command.id}
            id={optionId(index)}
            role="option"
            data-command={command.id}
            aria-selected={index === active}
            onClick={() => run(command)}
          >
            <bdi>{command.label}</bdi> <span dir="auto">{command.hint}</span>
          </div>
        ))}
      </div>
      {commands.length === 0 && <p class="nothing">{words.t('palette.nothing')}</p>}
      <p role="status" class="hidden">
        {words.t('palette.found', { count: commands.length })}
      </p>
    </dialog>
  );
};
