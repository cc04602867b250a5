/**
 * YAML files that are read strictly: {@link sc.fiji.ahiq.yaml.YamlMap}. Imports only {@code base.error}.
 */
package sc.fiji.ahiq.base.yaml;
