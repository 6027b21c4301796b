/** A real mail server for tests of what leaves: it accepts, refuses, defers, or accepts and drops. */
import { SMTPServer } from 'smtp-server';

export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface MailServer {
  readonly messages: readonly Arrived[];
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export interface MailServerOptions {
  /** This address is refused for good. */
  readonly refuse?: string;
  /** It asks for another try later. */
  readonly busy?: boolean;
  /** It takes the message and drops the line before it answers. */
  readonly hangUp?: boolean;
  readonly port?: number;
  /** Who may sign in: nobody has to when it is left out. */
  readonly signIn?: (method: string, user: string, secret: string) => boolean;
}

export async function mailServer(more: MailServerOptions = {}): Promise<MailServer> {
  const messages: Arrived[] = [];
  const { signIn } = more;
  const server = new SMTPServer({
    disabledCommands: signIn === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authMethods: ['PLAIN', 'LOGIN', 'XOAUTH2'],
    logger: false,
    onAuth: (auth, _session, done) => {
      const secret = auth.method === 'XOAUTH2' ? auth.accessToken : auth.password;
      if (signIn?.(auth.method, auth.username ?? '', secret ?? '')) return done(null, { user: auth.username });
      return done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _session, done) => {
      if (address === more.refuse) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      return done(more.busy ? Object.assign(new Error('later'), { responseCode: 451 }) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        messages.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map((one) => one.address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        if (!more.hangUp) return done();
        const { connections } = server as unknown as { connections: Set<{ _socket: { destroy(): void } }> };
        for (const one of connections) one._socket.destroy();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((ready) => server.listen(more.port ?? 0, '127.0.0.1', ready));
  // A test that fails before it closes the server must not keep the process alive.
  server.server.unref();
  const { port } = server.server.address() as { port: number };
  return {
    messages,
    port,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
