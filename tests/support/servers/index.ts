export { type PostgresServer, type PostgresSettings, startPostgres } from './postgres-server.ts';
export { type RedisServer, type RedisSettings, startRedis } from './redis-server.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
