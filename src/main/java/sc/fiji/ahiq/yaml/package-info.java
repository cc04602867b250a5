/**
 * YAML files that are read strictly: {@link sc.fiji.ahiq.yaml.YamlMap}. Imports only {@code error}.
 */
package sc.fiji.ahiq.yaml;
