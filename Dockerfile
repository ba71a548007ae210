# The command in a container: docker run --rm --volume "$PWD:/reports" nianbao check .
FROM python:3.12-slim AS build
WORKDIR /source
COPY LICENSE README.md pyproject.toml ./
COPY linter linter
COPY rules rules
COPY schemas schemas
RUN python -m venv /opt/nianbao \
    && /opt/nianbao/bin/pip install --no-cache-dir --disable-pip-version-check ".[xlsx]"

FROM python:3.12-slim
COPY --from=build /opt/nianbao /opt/nianbao
ENV PATH="/opt/nianbao/bin:$PATH" \
    NIANBAO_CACHE_DIR=/var/cache/nianbao
RUN useradd --uid 10001 --user-group --no-create-home nianbao \
    && install --directory --owner nianbao --group nianbao /var/cache/nianbao
USER 10001:10001
# What is compiled once is compiled here.
RUN nianbao rules --output /dev/null
WORKDIR /reports
ENTRYPOINT ["nianbao"]
CMD ["--help"]
