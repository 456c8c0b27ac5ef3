/** Tables in which well-known programs keep books about the database itself: of no use to people. */

/** Each with the program whose documentation or source names it. */
const names: readonly string[] = [
  // Django
  'django_migrations',
  'django_content_type',
  'django_session',
  'django_site',
  // Ruby on Rails
  'schema_migrations',
  'ar_internal_metadata',
  // Laravel, TypeORM, node-migrate
  'migrations',
  'typeorm_metadata',
  // Knex
  'knex_migrations',
  'knex_migrations_lock',
  // Kysely
  'kysely_migration',
  'kysely_migration_lock',
  // Prisma
  '_prisma_migrations',
  // Drizzle
  '__drizzle_migrations',
  // Alembic
  'alembic_version',
  // Flyway
  'flyway_schema_history',
  'schema_version',
  // Liquibase
  'DATABASECHANGELOG',
  'DATABASECHANGELOGLOCK',
  // Goose, golang-migrate (schema_migrations, as Rails)
  'goose_db_version',
  // Sequelize
  'SequelizeMeta',
  'SequelizeData',
  // Entity Framework
  '__EFMigrationsHistory',
  '__EFMigrationsLock',
  // Diesel, SQLx
  '__diesel_schema_migrations',
  '_sqlx_migrations',
  // Yoyo
  '_yoyo_migration',
  '_yoyo_log',
  '_yoyo_version',
  'yoyo_lock',
  // Ecto (schema_migrations, as Rails), Phinx
  'phinxlog',
  // Doctrine
  'doctrine_migration_versions',
  // Room, Android
  'room_master_table',
  'android_metadata',
  // Core Data
  'Z_PRIMARYKEY',
  'Z_METADATA',
  'Z_MODELCACHE',
  // GRDB
  'grdb_migrations',
  // Cloudflare D1
  'd1_migrations',
  '_cf_KV',
  '_cf_METADATA',
  // Litestream
  '_litestream_seq',
  '_litestream_lock',
  // Spatialite, GeoPackage
  'spatial_ref_sys',
  'spatial_ref_sys_aux',
  'spatialite_history',
  'geometry_columns',
  'geometry_columns_auth',
  'geometry_columns_field_infos',
  'geometry_columns_statistics',
  'geometry_columns_time',
  'views_geometry_columns',
  'views_geometry_columns_auth',
  'views_geometry_columns_field_infos',
  'views_geometry_columns_statistics',
  'virts_geometry_columns',
  'virts_geometry_columns_auth',
  'virts_geometry_columns_field_infos',
  'virts_geometry_columns_statistics',
  'data_licenses',
  'sql_statements_log',
  'ElementaryGeometries',
  'gpkg_contents',
  'gpkg_extensions',
  'gpkg_geometry_columns',
  'gpkg_spatial_ref_sys',
  'gpkg_tile_matrix',
  'gpkg_tile_matrix_set',
  'gpkg_metadata',
  'gpkg_metadata_reference',
  'gpkg_ogr_contents',
]

const known = new Set(names.map((name) => name.toLowerCase()))

/** Whether a table is a program's bookkeeping. */
export function isTechnicalTable(name: string): boolean {
  return known.has(name.toLowerCase())
}
