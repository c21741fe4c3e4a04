import type { Protocol } from 'puppeteer-core';

const describe = (value: Protocol.Runtime.RemoteObject): string => {
  const inner = value.preview?.properties.map(({ name, value: text }) => `${name}: ${text}`);
  const own = value.value === undefined ? (value.description ?? value.type) : value.value;
  return `${typeof own === 'string' ? own : JSON.stringify(own)}${inner ? ` {${inner.join(', ')}}` : ''}`;
};

/** One console call of any context as a line of text: its kind, then every argument. */
export const describeConsoleCall = (event: Protocol.Runtime.ConsoleAPICalledEvent): string =>
  [event.type, ...event.args.map(describe)].join(' ');

/** An exception that nobody caught, as a line of text. */
export const describeException = ({
  exceptionDetails: { text, exception },
}: Protocol.Runtime.ExceptionThrownEvent): string =>
  `uncaught ${text} ${exception ? describe(exception) : ''}`;
