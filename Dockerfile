# annal with all that it can load, on Debian 12: built in the first stage, installed from its package in the second.
#   docker build -t annal . && docker run --rm -i annal build - -f svg < article.txt > timeline.svg
FROM debian:bookworm AS build
COPY . /annal
WORKDIR /annal
RUN tests/install $(sed 's/#.*//' packages.txt) dpkg-dev file
RUN cmake --preset release -DANNAL_TESTS=OFF && cmake --build --preset release --target annal
RUN cd build/release && cpack && mv package/annal_*.deb /annal.deb

FROM debian:bookworm-slim
COPY --from=build /annal.deb /tmp/annal.deb
RUN apt-get update && apt-get install --yes /tmp/annal.deb && rm -rf /tmp/annal.deb /var/lib/apt/lists/*
RUN useradd --create-home annal
USER annal
WORKDIR /home/annal
ENTRYPOINT ["annal"]
CMD ["--help"]
