/**
 * YAML files that are read strictly: {@link sc.fiji.ahiq.base.yaml.YamlMap}.
 *
 * <p>May import {@code base.error}.
 */
package sc.fiji.ahiq.base.yaml;
