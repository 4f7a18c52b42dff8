import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { Line } from '../../tools/model-host/line.mjs';

/**
 * One line of limited speed to several servers: every byte of every answer queues in it, headers included. What is sent
 * to the servers is not limited, and no latency is added.
 */
export class SharedLine {
  #line;
  #servers = [];
  #bytes = 0;

  /** @param {number} bytesPerSecond */
  constructor(bytesPerSecond) {
    this.#line = new Line(bytesPerSecond);
  }

  /** Bytes that have come over it so far. */
  get bytes() {
    return this.#bytes;
  }

  /**
   * @param {string} origin of a server on this machine
   * @returns {Promise<string>} the origin under which it is at the end of the line
   */
  async carry(origin) {
    const { hostname: host, port } = new URL(origin);
    const server = createServer((visitor) => this.#join(visitor, connect({ host, port: Number(port) })));
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://localhost:${server.address().port}`;
  }

  /** Takes no more visitors. */
  close() {
    for (const server of this.#servers) server.close();
  }

  async #join(visitor, server) {
    const gone = new AbortController();
    const leave = () => {
      gone.abort();
      visitor.destroy();
      server.destroy();
    };
    visitor.on('error', leave).on('close', leave);
    server.on('error', leave);
    visitor.pipe(server);
    try {
      for await (const chunk of server) {
        await this.#line.pass(chunk.length, gone.signal);
        this.#bytes += chunk.length;
        if (!visitor.write(chunk)) await once(visitor, 'drain', { signal: gone.signal });
      }
      visitor.end();
    } catch {
      leave();
    }
  }
}
